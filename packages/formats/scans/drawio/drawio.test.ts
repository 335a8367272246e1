import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scanFile, scanFiles } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'

describe('a diagram of draw.io', () => {
  test('names its devices with their addresses and the frame they lie in; titles and lines are no devices', async () => {
    const { format, observations, skipped } = await readScan(scanFile('map.drawio'))
    expect(format).toBe('drawio')
    expect(observations).toEqual([
      {
        source: 'drawio',
        file: 'map.drawio',
        row: 4,
        ips: ['192.0.2.100'],
        names: ['電子カルテサーバ'],
        kind: 'server',
        room: 'サーバ室',
        note: 'PW: ***',
      },
      {
        source: 'drawio',
        file: 'map.drawio',
        row: 5,
        ips: ['192.0.2.101'],
        macs: ['00:00:5e:00:53:65'],
        names: ['外部接続'],
        tags: ['K-101'],
        kind: 'router',
      },
    ])
    expect(skipped.map(({ row, reason, text }) => [row, reason, text])).toEqual([[7, 'no-key', '要相談']])
  })

  test('that is deflated is the same diagram', async () => {
    const [before, model, after] = scanFiles['map.drawio'].split(/(<mxGraphModel>.*<\/mxGraphModel>)/s)
    const packed = deflateRawSync(Buffer.from(encodeURIComponent(model ?? ''))).toString('base64')
    const bytes = Buffer.from(`${before}${packed}${after}`)
    expect(await readScan({ name: 'map.drawio', bytes })).toEqual(await readScan(scanFile('map.drawio')))
  })

  test('that unpacks to more than is allowed is refused', async () => {
    const packed = deflateRawSync(Buffer.alloc(200_000, 'a')).toString('base64')
    const bytes = Buffer.from(`<mxfile><diagram>${packed}</diagram></mxfile>`)
    await expect(readScan({ name: 'a.drawio', bytes }, { limits: { maxItemCharacters: 100_000 } })).rejects.toMatchObject({
      code: 'scan/damaged',
    })
  })
})
