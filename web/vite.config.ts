import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build as esbuild } from 'esbuild'
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
    const source = `/*\n${lines.join('\n')}\n/static/*\n  cache-control: public, max-age=31536000, immutable\n/field-worker.js\n  cache-control: no-cache\n`
    this.emitFile({ type: 'asset', fileName: '_headers', source })
  },
}

const oldest = ['chrome80', 'safari14']

/** The service worker of the field app, outside modules as old browsers want it, with the files it keeps. */
const fieldWorker: Plugin = {
  name: 'field-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const files = new Set<string>()
      const follow = (name: string) => {
        if (files.has(name)) return
        files.add(name)
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk') return
        for (const each of [...chunk.imports, ...chunk.dynamicImports]) follow(each)
        for (const each of [
          ...(chunk.viteMetadata?.importedCss ?? []),
          ...(chunk.viteMetadata?.importedAssets ?? []),
        ])
          follow(each)
        // Workers stand in the code by their address alone.
        for (const each of Object.keys(bundle)) if (chunk.code.includes(each)) follow(each)
      }
      const entry = Object.values(bundle).find(
        (each) => each.type === 'chunk' && each.name === 'field' && each.isEntry,
      )
      if (entry) follow(entry.fileName)
      const page = bundle['field/index.html']
      const html = page?.type === 'asset' ? page.source : ''
      const kept = [...files].sort().map((name) => `/${name}`)
      const version = createHash('sha256').update(kept.join()).update(html).digest('hex').slice(0, 12)
      const { outputFiles } = await esbuild({
        entryPoints: [resolve(import.meta.dirname, 'field/worker/field-worker.ts')],
        ...{
          bundle: true,
          write: false,
          minify: true,
          format: 'iife',
          target: oldest,
          legalComments: 'none',
        },
        // All that Safari 14 gets wrong about it are names in defaults that nobody writes.
        supported: { destructuring: true },
        define: { fieldFiles: JSON.stringify({ version, files: kept }) },
      })
      this.emitFile({ type: 'asset', fileName: 'field-worker.js', source: outputFiles[0]?.text ?? '' })
    },
  },
}

/** What draws the first screen of a page whose own entry is small. */
const drawnBy: Readonly<Record<string, string>> = {
  field: '/field/draw.tsx',
  console: '/console/draw.tsx',
}
/** What the console will need soon after: fetched while the first page is being read. */
const later = [
  '/console/shell/component-library.tsx',
  '/ui/data-table.tsx',
  '/console/shell/section-icons.tsx',
]

/**
 * The entries of the field app and the console only ask for what is known already, on the phone or at the service; what
 * draws comes beside it, as a task of its own. The page names those files too, so that they are fetched at once and not
 * one after the other.
 */
const firstScreens: Plugin = {
  name: 'first-screens',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { chunk, bundle = {} }) {
      const drawer = drawnBy[chunk?.name ?? '']
      if (drawer === undefined) return
      const filesOf = (modules: readonly string[]) => {
        const files = new Set<string>()
        const follow = (name: string) => {
          const each = bundle[name]
          if (files.has(name) || each?.type !== 'chunk') return
          files.add(name)
          for (const style of each.viteMetadata?.importedCss ?? []) files.add(style)
          each.imports.forEach(follow)
        }
        for (const [name, each] of Object.entries(bundle)) {
          const ids = each.type === 'chunk' ? each.moduleIds : []
          if (ids.some((id) => modules.some((module) => id.endsWith(module)))) follow(name)
        }
        return [...files].filter((name) => !html.includes(name))
      }
      const first = filesOf([drawer])
      const link = (rel: string, name: string) => ({
        ...{ tag: 'link', attrs: { rel, crossorigin: true, href: `/${name}` }, injectTo: 'head' as const },
      })
      return [
        ...first.map((name) => link(name.endsWith('.css') ? 'stylesheet' : 'modulepreload', name)),
        ...(chunk?.name === 'console' ? filesOf(later) : [])
          .filter((name) => !first.includes(name))
          .map((name) => link('later', name)),
      ]
    },
  },
}

/** As the Worker does: every address below /field is the one page of the field app. */
const fieldAddresses: Plugin = {
  name: 'field-addresses',
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      if (/^\/field(\/[^.?]*)?(\?|$)/.test(request.url ?? '')) request.url = '/field/index.html'
      next()
    })
  },
}

/**
 * One entry a surface, each with its own `index.html`; the site lands in `.build/web`, hashed files under `/static/`.
 * The manifest is read by the tests that hold each page to its bytes.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [asInProduction, headers, fieldWorker, firstScreens, fieldAddresses, react()],
  build: {
    outDir: resolve(import.meta.dirname, '../.build/web'),
    emptyOutDir: true,
    assetsDir: 'static',
    manifest: true,
    target: oldest,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        home: page('.'),
        signup: page('signup'),
        signin: page('signin'),
        activate: page('activate'),
        console: page('console'),
        field: page('field'),
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8787' } },
})
