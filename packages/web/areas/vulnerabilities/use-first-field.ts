import { type RefObject, useEffect, useRef } from 'react'

/** A form that has taken the place of the one just sent takes the keyboard along: else it would be lost with the button. */
export function useFirstField(takesFocus: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('select')?.focus()
  }, [takesFocus])
  return form
}
