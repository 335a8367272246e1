import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import { readFonts } from './fonts.ts'

/** Runs in a process of its own, which draws one picture and is then ended. */
export interface PictureAsk {
  readonly svg: string
  readonly scale: number
  /** A drawing that would have more is drawn smaller. */
  readonly mostPixels: number
}

export type PictureAnswer =
  | { readonly kind: 'made'; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'failed'; readonly message: string }

/** More in one direction is drawn by few programs. */
const mostSide = 16_000

process.on('message', (ask: PictureAsk) => {
  void answer(ask).then((made) => process.send?.(made))
})
process.on('disconnect', () => process.exit())

async function answer({ svg, scale, mostPixels }: PictureAsk): Promise<PictureAnswer> {
  try {
    for (const font of readFonts()) GlobalFonts.register(font)
    const drawing = await loadImage(Buffer.from(svg))
    const fits = Math.min(
      scale,
      Math.sqrt(mostPixels / (drawing.width * drawing.height)),
      mostSide / Math.max(drawing.width, drawing.height),
    )
    const [width, height] = [drawing.width, drawing.height].map((side) => Math.max(1, Math.floor(side * fits))) as [number, number] // two of two
    const canvas = createCanvas(width, height)
    const context = canvas.getContext('2d')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.drawImage(drawing, 0, 0, width, height)
    return { kind: 'made', png: await canvas.encode('png'), width, height }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
