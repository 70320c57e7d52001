// npm run build: regions, web app and Worker into .build/
import { build } from './build.ts'

await build()
