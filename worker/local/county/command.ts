import { parseArgs } from 'node:util'

export const usage = `npm run county -- COMMAND

  export CODE FILE.zip [--with-accounts]   writes a county with its files into an archive
  verify FILE.zip                          reads an archive through and compares every checksum
  import FILE.zip [--shard N]              brings a county in; run it again to go on after an interruption
  sweep CODE                               takes away what an unfinished import has left
  move CODE --shard N                      moves a county to another shard
  check CODE                               computes every published revision again, checks every seal of the audit
  backup FOLDER                            copies the whole data folder, with checksums
  restore FOLDER [--force]                 puts a backup back; --force replaces data that is there

CODE is the county's six digits, or its id. All of them work on this machine's data folder (XIANGBANG_DATA):
stop npm start first. --with-accounts brings the members' password hashes along, so that they sign in as before;
without it they come over as invited, and each needs a new one-time link.`

export type Command =
  | { verb: 'export'; code: string; file: string; withAccounts: boolean }
  | { verb: 'verify'; file: string }
  | { verb: 'import'; file: string; shard?: number }
  | { verb: 'sweep'; code: string }
  | { verb: 'move'; code: string; shard: number }
  | { verb: 'check'; code: string }
  | { verb: 'backup'; folder: string }
  | { verb: 'restore'; folder: string; force: boolean }

/** What was asked for, or nothing where it makes no sense. */
export function readCommand(args: readonly string[]): Command | undefined {
  const parsed = parsedArgs(args)
  if (!parsed) return undefined
  const { positionals, values } = parsed
  const [verb, first, second, ...rest] = positionals
  if (first === undefined || rest.length > 0) return undefined
  const shard = values.shard === undefined ? undefined : Number(values.shard)
  if (shard !== undefined && !Number.isInteger(shard)) return undefined
  if (verb === 'export')
    return second === undefined
      ? undefined
      : { verb, code: first, file: second, withAccounts: values['with-accounts'] ?? false }
  if (second !== undefined) return undefined
  if (verb === 'verify') return { verb, file: first }
  if (verb === 'import') return { verb, file: first, ...(shard === undefined ? {} : { shard }) }
  if (verb === 'sweep' || verb === 'check') return { verb, code: first }
  if (verb === 'move') return shard === undefined ? undefined : { verb, code: first, shard }
  if (verb === 'backup') return { verb, folder: first }
  if (verb === 'restore') return { verb, folder: first, force: values.force ?? false }
  return undefined
}

function parsedArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'with-accounts': { type: 'boolean' },
        shard: { type: 'string' },
        force: { type: 'boolean' },
      },
    })
  } catch {
    return undefined
  }
}
