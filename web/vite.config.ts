import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contentPolicy, guardHeaders } from '../worker/domain/access/content-policy.ts'

const page = (folder: string) => resolve(import.meta.dirname, folder, 'index.html')

// A test run builds too, and its NODE_ENV would bring React's development build to the pages.
const asInProduction: Plugin = {
  name: 'as-in-production',
  apply: 'build',
  config() {
    process.env.NODE_ENV = 'production'
  },
}

// For Cloudflare's static files and the local host alike. A hashed file never changes.
const headers: Plugin = {
  name: 'headers',
  apply: 'build',
  generateBundle() {
    const everywhere = { ...guardHeaders, 'content-security-policy': contentPolicy() }
    const lines = Object.entries(everywhere).map(([name, value]) => `  ${name}: ${value}`)
    const source = `/*\n${lines.join('\n')}\n/static/*\n  cache-control: public, max-age=31536000, immutable\n`
    this.emitFile({ type: 'asset', fileName: '_headers', source })
  },
}

/**
 * One entry a surface, each with its own `index.html`; the site lands in `.build/web`, hashed files under `/static/`.
 * The manifest is read by the tests that hold each page to its bytes.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [asInProduction, headers, react()],
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
