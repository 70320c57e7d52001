export { sheetTemplates } from '../../domain/inspections/templates/templates.ts'
