import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { complaint, complaintContact, complaintCount } from '../../schema/tables/county.ts'
import { photo } from '../../schema/tables/photos.ts'
import { Client } from '../support/client.ts'
import {
  aLetter,
  aReader,
  aToken,
  codeOn,
  follows,
  formAt,
  opensForm,
  posts,
  sends,
  triage,
} from '../support/complaints.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aJpeg, aPng } from '../support/pictures.ts'

let county: TestCounty
beforeAll(async () => {
  county = await aCounty('620423')
  await opensForm(county, '0943-1234567')
})

describe('the form', () => {
  test('offers the county’s villages and categories in both languages, for one reader alone', async () => {
    const page = await new Client().get(formAt(county))
    expect(page.status).toBe(200)
    expect(page.text).toContain('投诉和建议')
    expect(page.text).toContain('粪堆')
    expect(page.text.match(/<optgroup/g)).toHaveLength(county.townships.length)
    expect(page.text.match(/<option/g)?.length).toBeGreaterThan(county.areas.length)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(page.headers.get('set-cookie')).toMatch(/letter-device=.*HttpOnly/)
    expect(page.text).not.toContain('<script')
    expect((await new Client().get(`${formAt(county)}?lang=en`)).text).toContain('Complaints and suggestions')
  })

  test('has filled in what the address asks for', async () => {
    const [village] = county.villagesOf(county.townships[0]?.id ?? '')
    const page = await new Client().get(`${formAt(county)}?area=${village?.id}&lat=37.1&lng=104.2`)
    expect(page.text).toContain(`<option value="${village?.id}" selected="">`)
    expect(page.text).toContain('value="37.1"')
  })

  test('is not there while the office has not opened it, as in a county that does not exist', async () => {
    const closed = await aCounty('410822')
    const reader = new Client()
    const [own, none] = [await reader.get(formAt(closed)), await reader.get('/c/999999/complaints')]
    expect([own.status, none.status]).toEqual([404, 404])
    expect(own.text.replaceAll(closed.code, '999999')).toBe(none.text)
    const form = () => Object.assign(new FormData(), {})
    const sent = await posts(reader, formAt(closed), form())
    const followed = await posts(reader, formAt(closed, '/follow'), form())
    const away = await posts(reader, '/c/999999/complaints', form())
    expect([sent.status, followed.status, away.status]).toEqual([404, 404, 404])
    expect(sent.text.replaceAll(closed.code, '999999')).toBe(away.text)
  })
})

describe('a letter', () => {
  test('is received once, however often its form is sent, and found again by its code alone', async () => {
    const reader = await aReader(county)
    const [village] = county.villagesOf(county.townships[0]?.id ?? '')
    const letter = { ...aLetter, area: village?.id ?? '', category: 'pile-waste', contact: '138 0000 1111' }
    const token = await aToken(county, reader)
    const [first, second] = await Promise.all([
      sends(county, reader, { ...letter, token }),
      sends(county, reader, { ...letter, token }),
    ])
    const code = codeOn(first)
    expect(codeOn(second)).toBe(code)
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    expect(await county.db.count(complaint, eq(complaint.area, village?.id ?? ''))).toBe(1)
    const stored = await county.db.first(complaint, eq(complaint.area, village?.id ?? ''))
    expect(JSON.stringify(stored)).not.toContain(code)
    expect(JSON.stringify(stored)).not.toContain('1380000')

    const found = await follows(county, new Client(), code.toLowerCase().replaceAll('-', ' '))
    expect(found.status).toBe(200)
    expect(found.text).toContain('已收到')
    expect(found.text).toContain('水渠里堆满了垃圾')
    expect(found.text).not.toContain('138')
    expect(found.headers.get('cache-control')).toBe('private, no-store')

    const changed = await sends(county, reader, { ...letter, token, text: '另外一件事情，路灯坏了' })
    expect(changed.status).toBe(409)
    expect(changed.text).toContain('路灯坏了')
    expect(await county.db.count(complaint, eq(complaint.area, village?.id ?? ''))).toBe(1)
  })

  test('shows whatever was typed as text', async () => {
    const reader = await aReader(county)
    const evil = `<script>alert(1)</script>"><img src=x onerror=1>`
    const refused = await sends(county, reader, {
      ...{
        kind: evil,
        category: evil,
        area: evil,
        location: evil,
        lat: evil,
        lng: evil,
        text: evil,
        contact: evil,
      },
    })
    expect(refused.status).toBe(422)
    const kept = await sends(county, reader, { ...aLetter, location: evil, text: evil, contact: evil })
    const followed = await follows(county, reader, codeOn(kept))
    for (const { text } of [refused, kept, followed]) {
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
    }
    expect(followed.text).toContain('&lt;script&gt;')
  })

  test('comes back filled in, saying what is missing', async () => {
    const reader = await aReader(county)
    const answer = await sends(county, reader, {
      kind: 'complaint',
      text: '脏',
      contact: '找我',
      lat: '91',
      lng: '0',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('请写清具体情况')
    expect(answer.text).toContain('经纬度不对')
    expect(answer.text).toContain('value="找我"')
    expect(answer.text).toContain('aria-invalid="true"')
    const unread = await sends(county, reader, { ...aLetter, text: '\uFFFD\uFFFD\uFFFD乱码了没法看' })
    expect(unread.text).toContain('有些字没有认出来')
    const nowhere = await sends(county, reader, { kind: 'complaint', text: '到处都很脏，没人管' })
    expect(nowhere.text).toContain('请选一个村')
    expect(
      codeOn(await sends(county, reader, { kind: 'suggestion', text: '希望多放几个垃圾桶' })),
    ).toBeTruthy()
    const foreign = await sends(county, reader, { ...aLetter, area: 'nowhere', category: 'nothing' })
    expect(foreign.text).toContain('没有这个村或乡镇')
    expect(foreign.text).toContain('没有这一类')
  })

  test('that a machine may have written is kept apart, not lost', async () => {
    const reader = await aReader(county)
    const before = (await triage(county, '?state=doubtful')).length
    const quick = await sends(county, reader, { ...aLetter, token: await aToken(county, reader, 500) })
    const trapped = await sends(county, reader, { ...aLetter, website: 'http://spam' })
    const token = await aToken(county, reader)
    const without = await sends(county, new Client(), { ...aLetter, token })
    for (const answer of [quick, trapped, without]) expect(codeOn(answer)).toBeTruthy()
    expect(await triage(county, '?state=doubtful')).toHaveLength(before + 3)
  })

  test('is not taken from elsewhere, nor with another browser’s form', async () => {
    const reader = await aReader(county)
    const elsewhere = await sends(county, reader, aLetter, [], { origin: 'https://elsewhere.example' })
    expect(elsewhere.status).toBe(403)
    expect(elsewhere.text).toContain(aLetter.text)
    const opaque = await sends(county, reader, aLetter, [], { origin: 'null' })
    expect(opaque.status).toBe(403)
    const stolen = await sends(county, await aReader(county), {
      ...aLetter,
      token: await aToken(county, reader),
    })
    expect(stolen.status).toBe(409)
    const old = await sends(county, reader, {
      ...aLetter,
      token: await aToken(county, reader, 8 * 86_400_000),
    })
    expect(old.status).toBe(409)
    expect(old.text).toContain(aLetter.text)
    const forged = await sends(county, reader, { ...aLetter, token: 'a.b.1.c' })
    expect(forged.status).toBe(409)
  })
})

describe('photos', () => {
  test('are kept without what their files say of time and place', async () => {
    const reader = await aReader(county)
    const secret = 'GPS-37.1'
    const files = [
      ['a.jpg', aJpeg(64, 48, { exif: secret, comment: secret })],
      ['b.png', aPng(64, 48, [secret])],
    ] as const
    const answer = await sends(county, reader, { ...aLetter, location: '照片那里' }, files)
    codeOn(answer)
    expect(answer.text).toContain('照片 2 张已收下')
    const [kept] = await triage(county)
    expect(kept?.location).toBe('照片那里')
    expect(kept?.photos).toHaveLength(2)
    for (const { url } of kept?.photos ?? []) {
      const picture = await county.office.get(url)
      expect(picture.status).toBe(200)
      expect(new TextDecoder('latin1').decode(picture.bytes)).not.toContain(secret)
    }
    const leader = await county.member('township_leader', kept?.township ?? county.townships[0]?.id)
    expect((await leader.get(kept?.photos[0]?.url ?? '')).status).toBe(404)
  })

  test.each([
    ['a text', new TextEncoder().encode('not a photo at all, really'), '有一个文件不是照片'],
    ['a cut JPEG', aJpeg(64, 48).slice(0, 60), '有一张照片不完整'],
    ['a HEIC', heic(), 'HEIC'],
    ['too many pixels', aJpeg(13_000, 13_000), '像素太多'],
  ] as const)('%s is refused in words, and nothing else is lost', async (_, bytes, words) => {
    const reader = await aReader(county)
    const before = await county.db.count(photo)
    const answer = await sends(county, reader, aLetter, [['x', new Uint8Array(bytes)]])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain(aLetter.text)
    expect(answer.text).toContain('照片需要重新选一遍')
    expect(await county.db.count(photo)).toBe(before)
  })

  test('a hundred are refused, and more than a form may carry in a page of their own', async () => {
    const reader = await aReader(county)
    const hundred = Array.from({ length: 100 }, (_, n) => [`${n}.jpg`, aJpeg(64, n + 1)] as const)
    const many = await sends(county, reader, aLetter, hundred)
    expect(many.status).toBe(422)
    expect(many.text).toContain('照片最多 4 张')
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const large = await reader.send('POST', formAt(county), new Uint8Array(33_000_001), headers)
    expect(large.status).toBe(413)
    expect(large.headers.get('content-type')).toContain('text/html')
    expect(large.text).toContain('传的内容太大了')
  })

  test('a body that is no form comes back as an empty one', async () => {
    const reader = await aReader(county)
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const broken = await reader.send(
      'POST',
      formAt(county),
      new TextEncoder().encode('--x\r\nrubbish'),
      headers,
    )
    expect(broken.status).toBe(400)
    expect(broken.text).toContain('没有传完整')
    const json = await reader.post(formAt(county), { text: 'x' })
    expect(json.status).toBe(400)
  })
})

describe('limits', () => {
  test('hold back one browser and one contact, and lose nothing that was typed', async () => {
    const reader = await aReader(county)
    for (let n = 0; n < 5; n++) codeOn(await sends(county, reader, { ...aLetter, text: `第 ${n} 件小事情` }))
    const sixth = await sends(county, reader, { ...aLetter, text: '第六件小事情' })
    expect(sixth.status).toBe(429)
    expect(sixth.text).toContain('第六件小事情')
    expect(sixth.text).toContain('0943-1234567')
    expect(sixth.headers.get('retry-after')).toBe('3600')
    // Another person behind the same address is not held back.
    codeOn(await sends(county, await aReader(county), aLetter))

    const answers: number[] = []
    for (let n = 0; n < 6; n++) {
      const letter = {
        ...aLetter,
        text: `留了电话的事 ${n}`,
        contact: n % 2 ? '13911112222' : '+86 139-1111-2222',
      }
      answers.push((await sends(county, await aReader(county), letter)).status)
    }
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
  })

  test('count what arrives at once one by one, and keep no browser, contact or address', async () => {
    const reader = await aReader(county)
    const sent = Array.from({ length: 8 }, (_, n) =>
      sends(county, reader, { ...aLetter, text: `同时来的 ${n}` }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    const counts = await county.db.find(complaintCount)
    const device = reader.cookie('letter-device')?.split('.')[0] ?? 'none'
    expect(JSON.stringify(counts)).not.toContain(device)
    expect(JSON.stringify(counts)).not.toContain('139')
  })

  test('a county at its ceiling says to try later', async () => {
    await county.db.write({ sql: sql`update ${complaintCount} set n = 600`, decode: () => null })
    const busy = await sends(county, await aReader(county), { ...aLetter, text: '这时候太忙了' })
    expect(busy.status).toBe(429)
    await county.db.write(county.db.remove(complaintCount, sql`true`))
  })
})

test('a code guessed finds nothing and says so like any other wrong one', async () => {
  const reader = await aReader(county)
  const code = codeOn(await sends(county, reader, { ...aLetter, text: '只有我知道的事' }))
  const near = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`
  const [guess, empty] = [await follows(county, reader, near), await follows(county, reader, '')]
  expect([guess.status, empty.status]).toEqual([404, 404])
  expect(guess.text).toBe(empty.text)
  expect(guess.text).not.toContain('只有我知道的事')
  const other = await aCounty('410822')
  await opensForm(other)
  expect((await follows({ ...county, code: '999998' }, reader, code)).status).toBe(404)
})

test('a contact is kept in its own table, for the office alone', async () => {
  const reader = await aReader(county)
  codeOn(await sends(county, reader, { ...aLetter, text: '请打电话给我', contact: '邻居老王家' }))
  const [kept] = await triage(county)
  expect(JSON.stringify(kept)).not.toContain('老王')
  const detail = await county.office.get(county.at(`/complaints/${kept?.id}`))
  expect(detail.body).toMatchObject({ contact: '邻居老王家' })
  const [township] = county.townships
  const [village] = county.villagesOf(township?.id ?? '')
  const leader = await county.member('township_leader', township?.id)
  const secretary = await county.member('village_secretary', village?.id)
  for (const member of [leader, secretary]) {
    expect((await member.get(county.at(`/complaints/${kept?.id}`))).status).toBe(403)
    expect((await member.get(county.at('/notices'))).text).not.toContain(kept?.id)
  }
  const notices = await county.office.get(county.at('/notices?kind=complaint'))
  expect(notices.text).toContain(kept?.id)
  expect(notices.text).not.toContain('老王')
  expect((await county.office.get(county.at('/audit?limit=200'))).text).not.toContain('老王')
  await county.office.delete(county.at(`/complaints/${kept?.id}/contact`))
  expect(await county.db.count(complaintContact, eq(complaintContact.complaint, kept?.id ?? ''))).toBe(0)
})

/** A HEIC's file type box; the rest of it does not matter. */
function heic(): Uint8Array {
  return new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic and so on')
}
