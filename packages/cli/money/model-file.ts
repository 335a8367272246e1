import { stat } from 'node:fs/promises'
import { readText, userError } from '@mimamori/formats'
import type { ModelProblem, ModelRead, ModelWarning } from '@mimamori/money'
import { type Call, textOption, UsageError } from '../command.ts'
import { InputError } from '../errors.ts'

/** A model of a thousand scenarios is a tenth of this. */
const mostBytes = 10_000_000

export interface ModelFile<M> {
  readonly model: M
  readonly file: string
  readonly warnings: readonly ModelWarning[]
}

/** Reads the file of `--model`; all that is wrong is told at once, each with its place. Warnings go to standard error too. */
export async function readModelFile<M>(call: Call, read: (value: unknown) => ModelRead<M>, usage: string): Promise<ModelFile<M>> {
  const file = textOption(call, 'model')
  if (file === undefined) {
    throw new UsageError({
      ja: `--model に、モデルのファイルを書いてください。使い方:${usage}`,
      en: `Name a model file with --model. Usage: ${usage}`,
    })
  }
  const found = read(parsed(await textOf(file), file))
  if (found.kind === 'refused') throw modelError(file, found.problems)
  for (const { place, message } of found.warnings) {
    call.note({ ja: `${file}, ${place}\n${message.ja}`, en: `${file}, ${place}\n${message.en}` })
  }
  return { model: found.model, file, warnings: found.warnings }
}

/** Warnings as an answer holds them. */
export function printWarnings(warnings: readonly ModelWarning[], { lang }: Call) {
  return warnings.map(({ code, place, message }) => ({ code, place, message: message[lang] }))
}

async function textOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw userError('file/not-found', { file })
  if (found.size > mostBytes || !found.isFile()) {
    throw new InputError({
      code: 'money/not-a-model-file',
      file,
      message: found.isFile()
        ? {
            ja: `ファイルが大きすぎます(${found.size}バイト)。読めるのは${mostBytes}バイトまでです。`,
            en: `The file is too large (${found.size} bytes); at most ${mostBytes} are read.`,
          }
        : { ja: 'これはファイルではありません。', en: 'This is not a file.' },
      action: { ja: 'JSONのモデルのファイルを指定してください。', en: 'Name a JSON file with a model.' },
    })
  }
  return readText(file, { maxBytes: mostBytes })
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw notJson(text, file, error instanceof Error ? error.message : '')
  }
}

/** A word of JSON, or the space before it. */
const word = /\s+|[[\]{},:]|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** NOTE: of a fault between words Node tells the place, "at position 17"; of a word that is none it shows only what stands around it. */
function placeOfFault(text: string, why: string): number | undefined {
  const [, position] = /position (\d+)/.exec(why) ?? []
  if (position !== undefined) return Number(position)
  word.lastIndex = 0
  let end = 0
  while (end < text.length && word.test(text)) end = word.lastIndex
  return text.trim() === '' ? undefined : end
}

function notJson(text: string, file: string, why: string): InputError {
  const fault = placeOfFault(text, why)
  const row = fault === undefined ? undefined : text.slice(0, fault).split('\n').length
  return new InputError({
    code: 'money/not-json',
    file,
    ...(row !== undefined && { row }),
    message: {
      ja: 'JSONとして読めません。NaN、末尾のカンマ、コメントは使えません。',
      en: 'This is not JSON. NaN, commas at the end and comments are not allowed.',
    },
    action: { ja: 'docs/money.md の例に合わせて直してください。', en: 'Write it as the examples in docs/money.md do.' },
  })
}

/** One problem as itself; several under one heading. */
function modelError(file: string, problems: readonly [ModelProblem, ...ModelProblem[]]): InputError {
  const [first, ...others] = problems.map(({ code, place, message, action }) => ({
    ...{ code, file, message, action },
    ...(place !== '' && { column: place }),
  }))
  if (first && others.length === 0) return new InputError(first)
  const heading = {
    code: 'money/model-problems',
    file,
    message: { ja: `直すところが${problems.length}か所あります。`, en: `${problems.length} places are to be mended.` },
    action: { ja: '下の全部を直して、もう一度お試しください。', en: 'Mend all of the places below and run it again.' },
  }
  return Object.assign(new InputError(heading), { problems: [first, ...others] })
}
