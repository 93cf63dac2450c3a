import { type Command, InputRule, Node } from '@tiptap/core'
import type { EditorContext } from '../../editor-context'
import { isOpenText } from '../typed-marks/open-text'
import { createLinkCompletion } from './link-completion'
import { WikiLinkView } from './wiki-link-view'

const handWritten = /(!?)(?:\[\[([^[\]\n]+)\]\]|【【([^【】\n]+)】】)$/

/** `[[inner]]`, or `![[inner]]` when `isEmbed`: an atom that shows its label, and opens what it leads to. */
export function createWikiLink(context: EditorContext) {
  return Node.create({
    name: 'wikiLink',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      inner: { default: '', ...dataAttribute('inner') },
      isEmbed: {
        default: false,
        parseHTML: element => element.dataset['embed'] === '',
        renderHTML: attributes => (attributes['isEmbed'] === true ? { 'data-embed': '' } : {}),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-inner]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, String(node.attrs['inner'])],
    renderText: ({ node }) =>
      `${node.attrs['isEmbed'] === true ? '!' : ''}[[${String(node.attrs['inner'])}]]`,
    addNodeView: () => props => new WikiLinkView(props, context),
    addInputRules() {
      return [
        new InputRule({
          find: handWritten,
          handler: ({ state, range, match }) => {
            const inner = (match[2] ?? match[3] ?? '').trim()
            if (inner === '' || !isOpenText(state.doc, range)) return null
            state.tr.replaceWith(range.from, range.to, this.type.create({ inner, isEmbed: match[1] === '!' }))
          },
        }),
      ]
    },
    addKeyboardShortcuts() {
      return { Enter: () => this.editor.commands.command(editAsText) }
    },
    addProseMirrorPlugins() {
      return [createLinkCompletion(this.editor, context.services)]
    },
  })
}

function dataAttribute(name: string) {
  return {
    parseHTML: (element: HTMLElement) => element.dataset[name] ?? '',
    renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name]) }),
  }
}

/** Turns the selected link into text that ends before its closing brackets, so that completion opens again. */
const editAsText: Command = ({ state, tr }) => {
  const { from, to } = state.selection
  const node = state.doc.nodeAt(from)
  if (node?.type.name !== 'wikiLink' || to !== from + 1) return false
  const text = `${node.attrs['isEmbed'] === true ? '!' : ''}[[${String(node.attrs['inner'])}`
  tr.replaceWith(from, to, state.schema.text(text, node.marks))
  return true
}
