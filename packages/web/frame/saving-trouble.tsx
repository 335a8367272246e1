import { useEffect, useRef } from 'react'
import { useSaver, useSaverState } from '../data/saving.tsx'
import { useWords } from '../text/words.tsx'
import { ErrorBox } from '../ui/problem.tsx'
import { announce } from '../ui/say.tsx'
import { clockTime } from '../ui/show-date.ts'
import { Sign } from '../ui/sign.tsx'
import { ConflictBox, isToChoose } from './conflict-box.tsx'

/** What stands in the way of saving; always with what was kept and the ways on. */
export function SavingTrouble() {
  const { t } = useWords()
  const saver = useSaver()
  const state = useSaverState()
  useSayingSaved(state.savedAt)
  return (
    <div className="saving-trouble">
      {state.away && (
        <div className="strip" role="status">
          <Sign name="dashed" />
          <p>
            {t('problem.away')}{' '}
            <span className="source">
              {t('saving.kept', {
                count: state.pending.length,
                time: state.lastTriedAt === undefined ? '' : clockTime(new Date(state.lastTriedAt)),
              })}
            </span>
          </p>
          <button type="button" className="button low" onClick={saver.tryAgain}>
            {t('problem.again')}
          </button>
        </div>
      )}
      {state.conflicts.filter(isToChoose).map((conflict) => (
        <ConflictBox key={`${conflict.act.id} ${conflict.at}`} conflict={conflict} settle={(whose) => saver.settle(conflict, whose)} />
      ))}
      {state.refused && (
        <ErrorBox error={state.refused.error}>
          <p className="row">
            <button type="button" className="button low" onClick={() => void saver.save(state.refused?.act.wanted ?? [])}>
              {t('problem.again')}
            </button>
            <button type="button" className="text-button" onClick={saver.dismiss}>
              {t('problem.leaveIt')}
            </button>
          </p>
        </ErrorBox>
      )}
    </div>
  )
}

const quietMs = 20_000

/** Says that something was saved, once for a run of answers, so that it does not talk over the work. */
function useSayingSaved(savedAt: number | undefined): void {
  const { t } = useWords()
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (savedAt === undefined) return
    if (savedAt - saidAt.current > quietMs) announce(t('saving.saved', { time: clockTime(new Date(savedAt)) }))
    saidAt.current = savedAt
  }, [savedAt, t])
}

/** 「✓ 保存しました(10:42)」. */
export function SavedNote() {
  const { t } = useWords()
  const { savedAt, sending } = useSaverState()
  if (savedAt === undefined) return <span className="saved-note">{sending ? t('saving.now') : ''}</span>
  return (
    <span className="saved-note whole">
      <Sign name="check" /> {t('saving.saved', { time: clockTime(new Date(savedAt)) })}
    </span>
  )
}
