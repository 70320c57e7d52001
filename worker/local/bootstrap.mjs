// Runs a TypeScript file of this repository on the Node it is pinned to, installing whatever is missing first.
// Plain JavaScript without imports from npm: it has to work on a bare clone, on the Node the machine happens to have (20 or newer).
// Usage: node worker/local/bootstrap.mjs <file.ts> [arguments…]
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const windows = process.platform === 'win32'

const [target, ...args] = process.argv.slice(2)
if (!target) fail('Say which file to run: node worker/local/bootstrap.mjs worker/local/start.ts')
if (!isInstalled()) install()
run(pinnedNode(), resolve(root, target), args)

/** Whether every package of package-lock.json is in node_modules in the version it names (npm keeps its own record there). */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.peer || present[path]?.version === entry.version,
  )
}

function install() {
  console.error(
    'Installing dependencies (npm ci). Only the first run needs this, and it takes a minute or two …',
  )
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (error) fail(`npm could not be started: ${error.message}`)
  if (status !== 0)
    fail(`npm ci failed (exit code ${status}). Check the network, then run the command again.`)
}

/** The Node of the npm package `node`; if its install script was not allowed to run, the system's when it is new enough. */
function pinnedNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node
  const pinned = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node')
  if (versionOf(pinned) === `v${wanted}`) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  // Type stripping without a flag came with 22.18; wrangler needs 22.12 or newer.
  if (major > 22 || (major === 22 && minor >= 18)) {
    console.error(`Node ${wanted} could not be installed here; going on with ${process.version}.`)
    return process.execPath
  }
  return fail(
    `Node ${wanted} is missing from node_modules, and this machine's own ${process.version} is too old.\n` +
      'Run "npm rebuild node" (it needs the network), or install Node 22.18 or newer, and try again.',
  )
}

function versionOf(node) {
  return existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined
}

/** Hands over the terminal, the arguments and the signals, and ends as the program ends. */
function run(node, file, args) {
  const path = [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH].join(windows ? ';' : ':')
  const child = spawn(node, [file, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) stopWithParent(child)
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    // Ended by a signal it didn't catch: report it the way a shell does.
    process.exit(128 + ({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1, SIGKILL: 9, SIGSEGV: 11 }[signal] ?? 0))
  })
}

/** Where npm is stopped by a signal, a shell between it and this program may die without passing it on. */
function stopWithParent(child) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
