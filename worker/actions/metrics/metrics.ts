import { type Gauges, readGauges } from '../../data/gauges.ts'
import { exposition, histogram, type Metric } from '../../domain/metrics/exposition.ts'
import type { PlatformContext } from '../context.ts'
import { type Counters, counters } from './counters.ts'

/** How the service does, as Prometheus reads it. One read of CONTROL; no county's database is asked. */
export async function metrics({ control, now }: Pick<PlatformContext, 'control' | 'now'>): Promise<string> {
  const gauges = await readGauges(control, now.getTime())
  return exposition([...counted(counters), ...standing(gauges, now.getTime())])
}

/** What this isolate has done since it began. */
function counted({ since, requests, durations, jobs, rowsRead, rowsWritten }: Counters): Metric[] {
  return [
    {
      name: 'xiangbang_isolate_start_timestamp_seconds',
      help: 'When this isolate answered first. Counters and histograms are of this isolate alone: on a host of its own that is the whole service, on Cloudflare one of many.',
      ...gauge(since / 1000),
    },
    {
      name: 'xiangbang_requests_total',
      help: 'Requests answered, by route template and status.',
      type: 'counter',
      samples: [...requests.values()].map(({ method, route, status, count }) => ({
        labels: { method, route, status: String(status) },
        value: count,
      })),
    },
    {
      name: 'xiangbang_request_duration_seconds',
      help: 'From the arrival of a request to its answer.',
      type: 'histogram',
      samples: [...durations].flatMap(([route, one]) => histogram(one, { route })),
    },
    {
      name: 'xiangbang_rows_read_total',
      help: 'Rows that requests read, as D1 bills them.',
      ...counter(rowsRead),
    },
    {
      name: 'xiangbang_rows_written_total',
      help: 'Rows that requests wrote, as D1 bills them.',
      ...counter(rowsWritten),
    },
    {
      name: 'xiangbang_jobs_total',
      help: 'Messages of the queue handled, by kind: done, failed (to be tried again) or buried (given up).',
      type: 'counter',
      samples: [...jobs.values()].map(({ kind, outcome, count }) => ({
        labels: { kind, outcome },
        value: count,
      })),
    },
  ]
}

/** How everything stands, from CONTROL: the same whichever isolate is asked. */
function standing({ counties, due, oldestDue, failing, dead, vitals }: Gauges, now: number): Metric[] {
  const cron = vitals.get('cron')
  const late = vitals.get('late_close')
  return [
    {
      name: 'xiangbang_counties',
      help: 'Counties by state.',
      type: 'gauge',
      samples: [...counties].map(([state, value]) => ({ labels: { state }, value })),
    },
    {
      name: 'xiangbang_queue_depth',
      help: 'Counties whose work is due and not done yet, whether or not a message for them waits in the queue.',
      ...gauge(due),
    },
    {
      name: 'xiangbang_queue_oldest_seconds',
      help: 'How long the first of them has been waiting.',
      ...gauge(oldestDue === null ? 0 : (now - oldestDue) / 1000),
    },
    {
      name: 'xiangbang_cron_last_timestamp_seconds',
      help: 'The schedule that ran last.',
      ...gauge((cron?.at ?? 0) / 1000),
    },
    {
      name: 'xiangbang_cron_lateness_seconds',
      help: 'How long the next schedule, five minutes after the last, is overdue.',
      ...gauge(cron ? Math.max(0, now - cron.at - cronEvery) / 1000 : 0),
    },
    {
      name: 'xiangbang_cron_runs_total',
      help: 'Schedules that ran.',
      ...counter(cron?.count ?? 0),
    },
    {
      name: 'xiangbang_rounds_closed_late_total',
      help: 'Rounds closed more than 15 minutes after their time.',
      ...counter(late?.count ?? 0),
    },
    {
      name: 'xiangbang_rounds_closed_late_last_timestamp_seconds',
      help: 'When one was, last.',
      ...gauge((late?.at ?? 0) / 1000),
    },
    {
      name: 'xiangbang_failing_jobs',
      help: 'Kinds of work of counties that failed and have not been done since.',
      ...gauge(failing),
    },
    {
      name: 'xiangbang_dead_letters',
      help: 'Those of them that were given up.',
      ...gauge(dead),
    },
    {
      name: 'xiangbang_audit_sealed_until_timestamp_seconds',
      help: 'Up to when the sealing of every county’s audit has been asked for.',
      ...gauge((vitals.get('seal')?.at ?? 0) / 1000),
    },
  ]
}

const cronEvery = 300_000

function gauge(value: number): Pick<Metric, 'type' | 'samples'> {
  return { type: 'gauge', samples: [{ value }] }
}

function counter(value: number): Pick<Metric, 'type' | 'samples'> {
  return { type: 'counter', samples: [{ value }] }
}
