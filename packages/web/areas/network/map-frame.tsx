import type { PlacedMap } from '@mimamori/diagram'
import { type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { MapDrawing } from './map-drawing.tsx'
import { type Putting, useMoving } from './use-moving.ts'
import { type Direction, firstOf, rectOf, stepFrom } from './walk.ts'

interface FrameProps {
  readonly map: PlacedMap
  /** Folded for the first sight: it opens as large as the frame, and no smaller than can be read. */
  readonly isFirst: boolean
  readonly chosen: string | undefined
  readonly press: (id: string) => void
  readonly pressLine: (id: string) => void
  /** Absent where nothing may be moved. */
  readonly putting?: Putting | undefined
  /** What stands over the drawing at its left. */
  readonly children?: ReactNode
}

/** At its natural size the smallest words have 12 pixels; the whole of a large hospital is seen smaller. */
const least = 0.3
/** At which letters of 13 pixels still have 12. */
const leastRead = 12 / 13
const most = 2
const scrollBy = 120

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** The drawing in a frame of its own, in which it scrolls: larger and smaller by buttons and keys, from box to box by arrows. */
export function MapFrame({ map, isFirst, chosen, press, pressLine, putting, children }: FrameProps) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const [zoomed, zoomTo] = useState<number>()
  const width = useWidth(frame)
  const zoom = zoomed ?? (isFirst ? Math.min(1, Math.max(leastRead, width / map.width)) : 1)
  const setZoom = (next: number) => zoomTo(Math.min(most, Math.max(least, next)))
  const fit = () => setZoom(Math.min(1, (frame.current?.clientWidth ?? map.width) / map.width))
  useLitInSight(frame, map, zoom)
  const [at, setAt] = useState<string>()
  const moving = useMoving({ map, zoom, putting })
  const tabAt = at !== undefined && rectOf(map, at) ? at : firstOf(map)
  function go(id: string): void {
    setAt(id)
    requestAnimationFrame(() => frame.current?.querySelector<SVGRectElement>(`[data-id="${CSS.escape(id)}"]`)?.focus())
  }
  function keys(event: KeyboardEvent<SVGRectElement>, id: string): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const direction = arrows[event.key]
    if (moving.keys(event, id)) return
    if (direction && event.shiftKey) scrollFrame(frame.current, direction)
    else if (direction) {
      const next = stepFrom(map, id, direction)
      if (next !== undefined) go(next)
      else announce(t('network.noWayThere'))
    } else if (event.key === 'Enter' || event.key === ' ') press(id)
    else if (event.key === '+') setZoom(zoom * 1.2)
    else if (event.key === '-') setZoom(zoom / 1.2)
    else return
    event.preventDefault()
  }
  return (
    <div className="map-frame">
      <div className="map-tools no-print">
        {children}
        <span className="map-zoom">
          <button type="button" className="button low" aria-label={t('network.smaller')} onClick={() => setZoom(zoom / 1.2)}>
            －
          </button>
          <button type="button" className="button low" aria-label={t('network.larger')} onClick={() => setZoom(zoom * 1.2)}>
            ＋
          </button>
          <button type="button" className="button low" onClick={fit}>
            {t('network.whole')}
          </button>
        </span>
      </div>
      <div
        className="map-scroll"
        ref={frame}
        onPointerDown={(event) => pan(event)}
        onPointerMove={moving.drag}
        onPointerUp={moving.drop}
        onPointerCancel={moving.drop}
      >
        <MapDrawing
          map={moving.map}
          zoom={zoom}
          pressing={{
            chosen,
            tabAt,
            press: moving.unlessDragged(press),
            pressLine,
            focus: setAt,
            keys,
            ...(putting && { grab: moving.grab }),
          }}
        />
      </div>
    </div>
  )
}

/** A way that is newly lit, or a link that is cut, is brought into the middle of the frame. */
function useLitInSight(frame: RefObject<HTMLDivElement | null>, { lit, marks }: PlacedMap, zoom: number): void {
  const points = lit.length > 0 ? lit.flat() : marks
  const key = points.map(({ x, y }) => `${x} ${y}`).join()
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const element = frame.current
    if (!element || shown.current === `${key} ${zoom}` || points.length === 0) return
    shown.current = `${key} ${zoom}`
    const middle = (of: readonly number[]) => ((Math.min(...of) + Math.max(...of)) / 2) * zoom
    const [x, y] = [middle(points.map((point) => point.x)), middle(points.map((point) => point.y))]
    element.scrollTo(x - element.clientWidth / 2, y - element.clientHeight / 2)
  }, [frame, key, zoom, points])
}

function scrollFrame(frame: HTMLDivElement | null, direction: Direction): void {
  const by = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction]
  frame?.scrollBy({ left: (by[0] ?? 0) * scrollBy, top: (by[1] ?? 0) * scrollBy })
}

/** Drawing the empty ground with the pointer moves the sheet under the frame. */
function pan({ currentTarget: element, target, pointerType, button, clientX, clientY }: PointerEvent<HTMLDivElement>): void {
  const isGround = target instanceof Element && target.closest('[data-id]') === null
  if (!isGround || pointerType === 'touch' || button !== 0) return
  const start = { x: clientX + element.scrollLeft, y: clientY + element.scrollTop }
  const move = (next: globalThis.PointerEvent) => element.scrollTo(start.x - next.clientX, start.y - next.clientY)
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', () => window.removeEventListener('pointermove', move), { once: true })
}
