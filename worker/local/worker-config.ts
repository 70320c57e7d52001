import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './paths.ts'
import { isTable, parseToml, type TomlTable } from './toml.ts'

/** What the local host and the scripts need to know of wrangler.toml, the one place where the bindings are named. */
export interface WorkerConfig {
  compatibilityDate: string
  compatibilityFlags: string[]
  vars: Record<string, string>
  assets: { binding: string; workerFirst: string[] }
  crons: string[]
  databases: { binding: string; name: string; id: string; migrations: string }[]
  buckets: string[]
  producers: { binding: string; queue: string }[]
  consumers: QueueConsumer[]
}

export interface QueueConsumer {
  queue: string
  maxBatchSize: number
  /** Seconds. */
  maxBatchTimeout: number
  maxRetries: number
  deadLetterQueue?: string
}

export function readWorkerConfig(file = join(repository, 'wrangler.toml')): WorkerConfig {
  const top = parseToml(readFileSync(file, 'utf8'))
  const assets = table(top, 'assets')
  const queues = table(top, 'queues')
  return {
    compatibilityDate: text(top, 'compatibility_date'),
    compatibilityFlags: texts(top, 'compatibility_flags'),
    vars: Object.fromEntries(Object.entries(table(top, 'vars')).map(([key, value]) => [key, String(value)])),
    assets: { binding: text(assets, 'binding'), workerFirst: texts(assets, 'run_worker_first') },
    crons: texts(table(top, 'triggers'), 'crons'),
    databases: tables(top, 'd1_databases').map((database) => ({
      binding: text(database, 'binding'),
      name: text(database, 'database_name'),
      id: text(database, 'database_id'),
      migrations: text(database, 'migrations_dir'),
    })),
    buckets: tables(top, 'r2_buckets').map((bucket) => text(bucket, 'binding')),
    producers: tables(queues, 'producers').map((producer) => ({
      binding: text(producer, 'binding'),
      queue: text(producer, 'queue'),
    })),
    consumers: tables(queues, 'consumers').map(consumer),
  }
}

function consumer(entry: TomlTable): QueueConsumer {
  return {
    queue: text(entry, 'queue'),
    maxBatchSize: number(entry, 'max_batch_size', 10),
    maxBatchTimeout: number(entry, 'max_batch_timeout', 1),
    maxRetries: number(entry, 'max_retries', 3),
    ...('dead_letter_queue' in entry && { deadLetterQueue: text(entry, 'dead_letter_queue') }),
  }
}

function table(parent: TomlTable, key: string): TomlTable {
  const found = parent[key]
  return isTable(found) ? found : {}
}

function tables(parent: TomlTable, key: string): TomlTable[] {
  const found = parent[key]
  return Array.isArray(found) ? found.filter(isTable) : []
}

function text(parent: TomlTable, key: string): string {
  const found = parent[key]
  if (typeof found !== 'string') throw new Error(`wrangler.toml: ${key} must be a text`)
  return found
}

function texts(parent: TomlTable, key: string): string[] {
  const found = parent[key] ?? []
  if (!Array.isArray(found)) throw new Error(`wrangler.toml: ${key} must be a list`)
  return found.map(String)
}

function number(parent: TomlTable, key: string, usual: number): number {
  const found = parent[key] ?? usual
  if (typeof found !== 'number') throw new Error(`wrangler.toml: ${key} must be a number`)
  return found
}
