/** What a part of a printed notebook has besides `pageStyle`: page numbers come once all parts are joined. */
export const printStyle = `
@page{@bottom-center{content:none}}
@media print{.title h1{margin-bottom:.25em}.title p{margin-bottom:2.5em}.whole>.contents{break-after:auto}.contents li,.contents summary{position:relative;padding-right:2.6em}.contents .note{position:absolute;right:0;bottom:0;font-weight:400;font-variant-numeric:tabular-nums;color:var(--quiet)}.contents li:has(>details){padding-right:0}}
`
