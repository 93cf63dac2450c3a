/**
 * The words of a note as terms.
 *
 * A Latin word is found by its stem (`network`) and, with its position, as it is spelled (`=networks`); a stop word only as
 * it is spelled (`~the`), for phrases, and without a score. A run of Chinese, Japanese or Korean characters becomes pairs
 * of neighbours, and its last character. A name such as `push_to_hub` is found by its parts and joined as well.
 */
export const exactPrefix = '='
export const stopPrefix = '~'
