import type { English } from '../catalogue.ts'
import type { auditSeals as zh } from '../zh/audit-seals.ts'

export const auditSeals: English<typeof zh> = {
  title: 'Seals',
  none: 'Nothing is sealed yet. Every night at 2:30 the records up to the day before are.',
  sealed: 'Block {no}, sealed {at}',
  hash: 'Hash',
  hashHint:
    'Write it down, print it or put it in a bulletin: whoever changes, removes or inserts a record later no longer arrives at it.',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Copy it by hand',
  block: 'Download the block',
  verify: 'Check all records',
  again: 'Check again',
  progress: '{to} of {all} blocks checked, {rows} records',
  sound: 'All {rows} sealed records are as they were sealed. {unsealed} more wait to be sealed.',
  nothing: 'Nothing is sealed yet; {unsealed} records wait to be sealed.',
  wrong: '{n} differences from what was sealed',
  wrongHint:
    'Leave everything as it is, change nothing in the database, and tell the platform’s administrator and the county’s discipline inspection.',
  inBlock: 'Block {no}: ',
  more: 'Only the first {n} are listed.',
  found_row_changed: 'Record {row} was changed',
  found_row_removed: 'Record {row} was removed',
  found_row_added: 'Record {row} was put in later',
  found_block_differs: 'The block is not as it was sealed',
  found_block_missing: 'The block was removed',
  found_chain_broken: 'The block does not follow the one before',
  found_unguarded: 'The database’s triggers that keep the audit as it is are gone',
  found_digest_missing: 'The block’s file in the archive is gone',
}
