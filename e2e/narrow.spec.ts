import { addressOf } from './support/address.ts'
import { before, screens } from './support/screens.ts'
import { expect, open, test } from './support/test.ts'

/** 320 pixels are also 1280 at 400 % zoom. */
const widths = [320, 390, 720, 1280] as const

for (const width of widths) {
  test(`at ${width} pixels no page scrolls sideways`, async ({ desk, hospital }) => {
    test.setTimeout(180_000)
    await desk.setViewportSize({ width, height: 800 })
    const wide: string[] = []
    const outside = before.map((path) => hospital.site.url + path)
    const inside = await Promise.all(screens.map((path) => addressOf(desk, hospital, path)))
    for (const address of [...outside, ...inside]) {
      await open(desk, address)
      const over = await desk.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) wide.push(`${address}: ${over} px`)
    }
    expect(wide).toEqual([])
  })
}
