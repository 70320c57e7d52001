import { defineConfig } from 'drizzle-kit'

/** `drizzle-kit generate --config schema/tables/control-migrations.config.ts --name what-changes` */
export default defineConfig({
  dialect: 'sqlite',
  schema: './schema/tables/control.ts',
  out: './schema/migrations/control',
})
