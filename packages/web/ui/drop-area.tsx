import { type DragEvent, useId, useState } from 'react'
import './drop-area.css'

/** A place for files: chosen in a dialogue or dropped, any number at once. */
export function DropArea({
  name,
  label,
  kinds,
  read,
}: {
  name: string
  label: string
  kinds: string
  read: (files: readonly File[]) => void
}) {
  const id = useId()
  const [over, setOver] = useState(false)
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    read([...event.dataTransfer.files])
  }
  return (
    <section
      aria-label={name}
      className={over ? 'drop-area over' : 'drop-area'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        multiple
        onChange={(event) => {
          read([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <p className="source">{kinds}</p>
    </section>
  )
}
