/** What keeps an archive from being read or written, in words for whoever runs the command. */
export class ArchiveFault extends Error {}
