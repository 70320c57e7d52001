import { defineConfig } from 'drizzle-kit'

/** `drizzle-kit generate --config schema/tables/shard-migrations.config.ts --name what-changes` */
export default defineConfig({
  dialect: 'sqlite',
  schema: './schema/tables/county.ts',
  out: './schema/migrations/shard',
})
