// A case's file, built into a test that has no disk as a data: URL.
declare module '*?url&inline' {
  const dataUrl: string
  export default dataUrl
}
