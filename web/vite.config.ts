import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const page = (folder: string) => resolve(import.meta.dirname, folder, 'index.html')

// A test run builds too, and its NODE_ENV would bring React's development build to the pages.
const asInProduction: Plugin = {
  name: 'as-in-production',
  apply: 'build',
  config() {
    process.env.NODE_ENV = 'production'
  },
}

/**
 * One entry a surface, each with its own `index.html`; the site lands in `.build/web`, hashed files under `/static/`.
 * The manifest is read by the tests that hold each page to its bytes.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [asInProduction, react()],
  build: {
    outDir: resolve(import.meta.dirname, '../.build/web'),
    emptyOutDir: true,
    assetsDir: 'static',
    manifest: true,
    target: ['chrome80', 'safari14'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        home: page('.'),
        signup: page('signup'),
        signin: page('signin'),
        activate: page('activate'),
        console: page('console'),
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8787' } },
})
