import type { ScanFormatGroup } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'

/** Which files of devices are read, how each comes about, and how well its format is known. */
export function FormatsRead({ groups }: { groups: readonly ScanFormatGroup[] }) {
  const { t, say } = useWords()
  return (
    <details>
      <summary>{t('import.formats')}</summary>
      <div className="stack">
        <p className="small">{t('import.formats.says')}</p>
        {groups.map(({ basis, formats }) => (
          <section key={basis.ja} className="stack tight">
            <h2 className="formats-basis">{say(basis)}</h2>
            <ul className="formats-read small">
              {formats.map(({ id, name, seen, made, commands }) => (
                <li key={id}>
                  <strong>{say(name)}</strong> <span className="second">{say(seen)}</span>
                  <br />
                  {say(made)}
                  {commands.length > 0 && <br />}
                  {commands.map((command) => (
                    <code key={command}>{command}</code>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  )
}
