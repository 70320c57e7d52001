import type { English } from '../catalogue.ts'
import type { roles as zh } from '../zh/roles.ts'

export const roles: English<typeof zh> = {
  county_admin: 'County office administrator',
  county_leader: 'County leader',
  inspector: 'Inspection or liaison group member',
  drone_operator: 'Drone operator',
  township_reporter: 'Township reporter',
  township_leader: 'Township leader',
  department: 'Responsible department',
  village_secretary: 'Village secretary',
  grid_member: 'Grid member',
  kind_county: 'Whole county',
  kind_township: 'Township',
  kind_village: 'Village or community',
  kind_grid: 'Grid',
  kind_unit: 'Unit (group)',
  village_lead: 'Township leader in charge of the village',
  deputy_lead: 'Deputy leader in charge',
  top_lead: 'Top leader',
  village_head: 'Village head',
  first_secretary: 'First secretary in the village',
  village_cadre: 'Cadre attached to the village',
  helping_department: 'Helping county department',
}
