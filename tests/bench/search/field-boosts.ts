/** What a word in a field weighs, for the engines that can weigh fields; as in the product. */
export const fieldBoosts = { title: 3, tags: 3, body: 1 } as const

export type BenchField = keyof typeof fieldBoosts
export const benchFields = Object.keys(fieldBoosts) as BenchField[]
