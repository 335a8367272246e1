import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { renderPicture } from './picture.ts'

const face = `font-family="'BIZ UDPGothic', sans-serif"`

function drawing(inside: string, { width = 100, height = 60 } = {}): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${face}>${inside}</svg>`
}

async function pictureOf(svg: string) {
  const made = await renderPicture(svg)
  if (made.kind === 'failed') throw new Error(made.message)
  const image = await loadImage(Buffer.from(made.bytes))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const at = (x: number, y: number) => [...data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 4)]
  let ink = 0
  for (let n = 0; n < data.length; n += 4) if ((data[n] ?? 0) < 128) ink++
  return { width: image.width, height: image.height, at, ink }
}

test('a drawing becomes a picture of twice its size on white', async () => {
  const picture = await pictureOf(drawing('<rect x="10" y="10" width="20" height="20" fill="#ff0000"/>'))
  expect([picture.width, picture.height]).toEqual([200, 120])
  expect([picture.at(0, 0), picture.at(40, 40)]).toEqual([
    [255, 255, 255, 255],
    [255, 0, 0, 255],
  ])
})

test('Japanese is drawn with the faces of the papers, and a letter that they lack as 〓', async () => {
  const words = (text: string) => drawing(`<text x="10" y="40" font-size="30">${text}</text>`)
  const [ward, thin, lacking, geta] = await Promise.all(['病棟', '一一', '\u{1f600}', '〓'].map((text) => pictureOf(words(text))))
  expect(ward?.ink).toBeGreaterThan((thin?.ink ?? 0) * 2)
  expect(thin?.ink).toBeGreaterThan(50)
  expect(lacking?.ink).toBe(geta?.ink)
})

test('a very large drawing is drawn smaller, in its shape', async () => {
  const made = await renderPicture(drawing('<rect width="200000" height="100000" fill="#000000"/>', { width: 200_000, height: 100_000 }))
  if (made.kind === 'failed') throw new Error(made.message)
  expect(made.width * made.height).toBeLessThanOrEqual(24_000_000)
  expect(made.width / made.height).toBeCloseTo(2, 2)
})

test.each([
  ['time', { milliseconds: 1 }],
  ['memory', { megabytes: 1 }],
] as const)('a drawing that breaks the limit of %s is told as failed, and the next one is drawn', async (why, limits) => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `<text x="0" y="${n}">病棟${n}</text>`).join('')
  expect(await renderPicture(drawing(rows, { width: 4_000, height: 4_000 }), limits)).toMatchObject({ kind: 'failed', why })
  expect((await renderPicture(drawing(''))).kind).toBe('made')
})

test('what is no drawing is told as failed', async () => {
  expect(await renderPicture('病棟')).toMatchObject({ kind: 'failed', why: 'compiler' })
})
