import { ArchiveFault } from '../../files/archive/fault.ts'
import { readCommand, usage } from './command.ts'
import { runCommand } from './run-command.ts'

/** `npm run county -- …`: exit code 0 where it was done, 1 where it could not be, 2 where it was not understood. */
const command = readCommand(process.argv.slice(2))
if (!command) {
  console.error(usage)
  process.exit(2)
}
try {
  await runCommand(command)
} catch (error) {
  // What a person can do something about is said in words; anything else shows where it came from.
  const known = error instanceof ArchiveFault || (error instanceof Error && error.constructor === Error)
  console.error(known ? error.message : error)
  process.exit(1)
}
