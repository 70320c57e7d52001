export { toWorker as onRequest } from '../to-worker.ts'
