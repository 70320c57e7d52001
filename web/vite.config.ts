import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (folder: string) => resolve(import.meta.dirname, folder, 'index.html')

/**
 * One entry a surface, each with its own `index.html`; the site lands in `.build/web`, hashed files under `/static/`.
 * The manifest is read by the tests that hold each page to its bytes.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
