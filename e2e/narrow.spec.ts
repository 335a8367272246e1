import { addressOf } from './support/address.ts'
import { screens } from './support/screens.ts'
import { expect, open, test } from './support/test.ts'

/** 320 pixels are also 1280 at 400 % zoom. */
const widths = [320, 390, 720, 1280] as const

for (const width of widths) {
  test(`at ${width} pixels no page scrolls sideways`, async ({ desk, hospital }) => {
    test.setTimeout(180_000)
    await desk.setViewportSize({ width, height: 800 })
    const wide: string[] = []
    for (const path of screens) {
      await open(desk, await addressOf(desk, hospital, path))
      const over = await desk.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) wide.push(`${path}: ${over} px`)
    }
    expect(wide).toEqual([])
  })
}
