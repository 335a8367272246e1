import * as z from 'zod'
import { type Command, UsageError } from '../command.ts'

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'mimamori schema COMMAND [ACTION]',
  summary: { ja: 'コマンドのJSON回答の形(JSON Schema)を出します', en: "Print the JSON Schema of a command's answer" },
  positionals: [1, 2],
  async run(call) {
    const [name = '', action] = call.positionals
    const command = await call.load(name)
    const found = action === undefined ? command?.schema : command?.schemas?.[action]
    const actions = Object.keys(command?.schemas ?? {})
    if (!found && actions.length > 0)
      throw new UsageError({
        ja: `「${name}」のあとに、次のどれかを書いてください:${actions.join('、')}`,
        en: `Write one of these behind "${name}": ${actions.join(', ')}`,
      })
    if (!found) throw new UsageError({ ja: `「${name}」にはJSONの回答がありません。`, en: `"${name}" has no JSON answer.` })
    const schema = z.toJSONSchema(found)
    call.answer(schema, () => JSON.stringify(schema, undefined, 2))
    return 0
  },
}
