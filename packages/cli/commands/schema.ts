import * as z from 'zod'
import { type Command, UsageError } from '../command.ts'

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'mimamori schema COMMAND',
  summary: { ja: 'コマンドのJSON回答の形(JSON Schema)を出します', en: "Print the JSON Schema of a command's answer" },
  positionals: [1, 1],
  async run(call) {
    const name = call.positionals[0] ?? ''
    const command = await call.load(name)
    if (!command?.schema) throw new UsageError({ ja: `「${name}」にはJSONの回答がありません。`, en: `"${name}" has no JSON answer.` })
    const schema = z.toJSONSchema(command.schema)
    call.answer(schema, () => JSON.stringify(schema, undefined, 2))
    return 0
  },
}
