import { loadCatalogue } from '@mimamori/catalog'
import { drawSvg, layoutMap, mapModel } from '@mimamori/diagram'
import { hospitalNetwork } from '@mimamori/testing/network'
import { expect, test } from '@playwright/test'
import { svgToPng } from '../packages/web/ui/svg-to-png.ts'

const { trustClasses, assetKinds } = loadCatalogue().reference

test('the map becomes a picture of twice its size, with ink on it', async ({ page }) => {
  const network = hospitalNetwork({ endpoints: 214, zones: 6 })
  const map = layoutMap(mapModel({ ...network, trustClasses, assetKinds, path: network.path, cut: network.cut }))
  await page.addScriptTag({ content: `globalThis.svgToPng = ${svgToPng.toString()}` })
  const seen = await page.evaluate(
    async ({ svg }) => {
      const make = Reflect.get(globalThis, 'svgToPng') as typeof svgToPng // the script tag above has put it there
      const blob = await make(svg, 2)
      const picture = await createImageBitmap(blob)
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const drawn = canvas.getContext('2d')
      drawn?.drawImage(picture, 0, 0)
      const pixels = drawn?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray()
      return { type: blob.type, width: picture.width, dark: pixels.filter((value, at) => at % 4 === 0 && value < 100).length }
    },
    { svg: drawSvg(map) },
  )
  expect(seen).toMatchObject({ type: 'image/png', width: Math.ceil(map.width * 2) })
  expect(seen.dark).toBeGreaterThan(5_000)
})
