async function save(text: string): Promise<number> {
  return (await Promise.resolve(text)).length
}

export function start(): void {
  save('a')
}

export function listen(names: readonly string[]): void {
  names.forEach(async (name) => {
    await save(name)
  })
}

export async function wait(): Promise<number> {
  const three = await 3
  return three
}

export function length(text: string): number {
  return (text as string).length
}
