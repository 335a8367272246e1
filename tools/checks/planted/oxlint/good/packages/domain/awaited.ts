async function save(text: string): Promise<number> {
  return (await Promise.resolve(text)).length
}

export async function start(): Promise<number> {
  return save('a')
}
