import { type PlannedUpdatesView, routes } from '@mimamori/contract'
import { useView } from '../../data/queries.ts'
import { useRecord } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { BackToList } from './back.tsx'
import { NewUpdate } from './new-update.tsx'
import { yenWords } from './row-words.ts'
import { UpdateForm } from './update-form.tsx'
import { UpdateSteps } from './update-steps.tsx'
import { gapWords, kindWords, updateStates } from './update-words.ts'
import './vulnerabilities.css'

type Line = PlannedUpdatesView['updates'][number]

/** 予定の更新: updates that close no weakness, and what is missing before they may be rolled out. */
export function UpdatesPage() {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const view = useView(routes.plannedUpdates, useFacilityId())
  return (
    <Page className="column" title={t('updates.title')} above={<BackToList />} tools={<SavedNote />}>
      <div className="stack">
        <p>{t('updates.says')}</p>
        <Loaded query={view}>
          {({ updates }) => (
            <>
              {updates.length === 0 && <p className="card">{t('updates.none')}</p>}
              {updates.map((line) => (
                <OneUpdate key={line.update.record.id} line={line} />
              ))}
            </>
          )}
        </Loaded>
        {mayWrite && <NewUpdate />}
      </div>
    </Page>
  )
}

function OneUpdate({ line }: { line: Line }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const update = useRecord('plannedUpdates', line.update)
  return (
    <article className="card stack">
      <h2>{update.record.title}</h2>
      <Facts line={line} />
      {line.gaps.length > 0 && (
        <div className="box-note">
          <h3 className="small">{t('updates.gaps')}</h3>
          <ul className="small">
            {line.gaps.map((gap) => (
              <li key={gap}>{t(gapWords[gap])}</li>
            ))}
          </ul>
        </div>
      )}
      <UpdateSteps line={line} />
      {mayWrite && (
        <details className="no-print">
          <summary>{t('updates.edit')}</summary>
          <UpdateForm update={update} />
        </details>
      )}
    </article>
  )
}

function Facts({ line: { update, state, vendorName, costYen } }: { line: Line }) {
  const { t, lang } = useWords()
  const { kind, version, dueOn, freezeFrom, freezeUntil, rollBack } = update.record
  const facts = [
    [t('column.state'), t(updateStates[state])],
    [t('updates.kind'), t(kindWords[kind])],
    [t('updates.version'), version],
    [t('column.who'), vendorName],
    [t('updates.dueOn'), dueOn && longDate(dueOn, lang)],
    [
      t('updates.freeze'),
      freezeFrom && freezeUntil && t('updates.freeze.days', { from: plainDate(freezeFrom, lang), until: plainDate(freezeUntil, lang) }),
    ],
    [t('updates.rollBack'), rollBack],
    [t('step.cost'), costYen === undefined ? undefined : t('step.fact.cost', { yen: yenWords(costYen) })],
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
