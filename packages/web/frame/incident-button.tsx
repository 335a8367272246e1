import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { IncidentPanel } from '../areas/incidents/index.ts'
import { useWords } from '../text/words.tsx'
import { useSingleKeys } from '../ui/keys.ts'

/** 「異常に気づいた」: on every page, for everybody, with nothing fetched before it opens. */
export function IncidentButton({ facility }: { facility?: string }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [openedAt, setOpenedAt] = useState<Date>()
  const keys = useSingleKeys()
  function open(): void {
    setOpenedAt(new Date())
    dialog.current?.showModal()
  }
  useEffect(() => {
    if (!keys) return
    function press(event: KeyboardEvent): void {
      if (!event.altKey || !event.shiftKey || event.code !== 'KeyI' || dialog.current?.open === true) return
      event.preventDefault()
      setOpenedAt(new Date())
      dialog.current?.showModal()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
  return (
    <>
      <button type="button" className="sos-button" aria-keyshortcuts="Alt+Shift+I" onClick={open}>
        <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
        {t('incident.button')}
      </button>
      <dialog ref={dialog} className="incident" aria-labelledby="incident-name" onClose={() => setOpenedAt(undefined)}>
        {openedAt && <IncidentPanel facility={facility} openedAt={openedAt} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}
