export const rules = []
export const derivations = []
