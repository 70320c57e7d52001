import type { DeliveryMessage } from '../../../schema/tables/deliveries.ts'
import type { CountyContext } from '../context.ts'
import type { Publishing } from './publication-batch.ts'

/** What group robots and programs are told of a published round: how many stand where, and where to read on. */
export function publishedMessage(
  { county, origin }: Pick<CountyContext, 'county' | 'origin'>,
  { board, reading: { round, result } }: Pick<Publishing, 'board' | 'reading'>,
): DeliveryMessage {
  const count = (wanted: string) => result.standings.filter(({ band }) => band === wanted).length
  const title = `${board.name}第${round.no}期已公布`
  const bands = `绿 ${count('green')} 个，黄 ${count('yellow')} 个，红 ${count('red')} 个`
  const path =
    board.visibility === 'public' && county.status === 'approved'
      ? `/c/${county.code}/boards/${board.id}`
      : `/console/${county.id}/rounds/${round.id}`
  return { title, text: `【${county.name}】${title}：${bands}。`, url: `${origin}${path}` }
}
