import type { PlacedMap } from '@mimamori/diagram'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { rectOf } from './walk.ts'

interface Moving {
  readonly id: string
  readonly dx: number
  readonly dy: number
}

/** What may be put somewhere by a person, and how it is kept. */
export interface Putting {
  readonly may: (id: string) => boolean
  readonly put: (id: string, at: { readonly x: number; readonly y: number }) => void
}

interface Parts {
  readonly map: PlacedMap
  readonly zoom: number
  readonly putting: Putting | undefined
}

/** Steps of the drawing, and how far the pointer goes before a press is a drag. */
const grid = 8
const keyStep = 16
const dragFrom = 5

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** Moving a box or zone: with the pointer, or by M and the arrows until Enter puts it down and Esc leaves it where it was. */
export function useMoving({ map, zoom, putting }: Parts) {
  const { t } = useWords()
  const [moving, setMoving] = useState<Moving>()
  const [byKeys, setByKeys] = useState(false)
  const grabbed = useRef<{ id: string; x: number; y: number; moved: boolean }>(undefined)
  const wasDragged = useRef(false)

  function land(now: Moving | undefined): void {
    const rect = now && rectOf(map, now.id)
    if (now && rect && putting && (now.dx !== 0 || now.dy !== 0))
      putting.put(now.id, { x: onGrid(rect.x + now.dx), y: onGrid(rect.y + now.dy) })
    setMoving(undefined)
    setByKeys(false)
  }

  /** True where the key was one of moving. */
  function keys(event: KeyboardEvent, id: string): boolean {
    if (!putting) return false
    if (byKeys && moving?.id === id) {
      const by = arrows[event.key]
      if (by) setMoving({ id, dx: moving.dx + by[0] * keyStep, dy: moving.dy + by[1] * keyStep })
      else if (event.key === 'Enter' || event.key === ' ') land(moving)
      else if (event.key === 'Escape') {
        setMoving(undefined)
        setByKeys(false)
        announce(t('network.move.left'))
      } else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    }
    if (event.key.normalize('NFKC').toLowerCase() !== 'm') return false
    event.preventDefault()
    if (!putting.may(id)) {
      announce(t('network.move.never'))
      return true
    }
    setMoving({ id, dx: 0, dy: 0 })
    setByKeys(true)
    announce(t('network.move.begun'))
    return true
  }

  return {
    map: moving ? shifted(map, moving) : map,
    keys,
    grab: (event: PointerEvent<SVGRectElement>, id: string) => {
      wasDragged.current = false
      if (event.button !== 0 || event.pointerType === 'touch' || !putting?.may(id)) return
      grabbed.current = { id, x: event.clientX, y: event.clientY, moved: false }
    },
    drag: (event: PointerEvent) => {
      const from = grabbed.current
      if (!from) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!from.moved && Math.abs(dx) + Math.abs(dy) < dragFrom) return
      from.moved = true
      wasDragged.current = true
      setMoving({ id: from.id, dx: dx / zoom, dy: dy / zoom })
    },
    drop: () => {
      if (grabbed.current?.moved) land(moving)
      grabbed.current = undefined
    },
    unlessDragged: (press: (id: string) => void) => (id: string) => {
      if (!wasDragged.current) press(id)
      wasDragged.current = false
    },
  }
}

function onGrid(value: number): number {
  return Math.max(0, Math.round(value / grid) * grid)
}

/** The map with this box, or this zone with all in it, on its way; lines follow once it is put down. */
function shifted(map: PlacedMap, { id, dx, dy }: Moving): PlacedMap {
  const by = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({ ...one, x: one.x + dx, y: one.y + dy })
  return {
    ...map,
    boxes: map.boxes.map((box) => (box.id === id || box.zone === id ? by(box) : box)),
    zones: map.zones.map((zone) => (zone.id === id ? { ...by(zone), titleRect: by(zone.titleRect) } : zone)),
  }
}
