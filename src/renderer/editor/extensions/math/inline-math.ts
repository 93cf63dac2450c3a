import { InputRule, Node } from '@tiptap/core'
import type { EditorContext } from '../../editor-context'
import { InlineSourceView } from '../raw-inline/inline-source-view'
import { editSelectedSource } from '../raw-inline/raw-inline'
import { isOpenText } from '../typed-marks/open-text'
import { showFormula } from './show-formula'

const typed = /(^|[^$\\\w])(\$\$?)([^\s$](?:[^$\n]*[^\s$])?)\2$/

/** A formula in a line of text: `$formula$`, or `$$formula$$` when `isDisplay`. */
export function createInlineMath(context: EditorContext) {
  const { translate } = context
  return Node.create({
    name: 'inlineMath',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      formula: {
        default: '',
        parseHTML: element => element.dataset['formula'] ?? '',
        renderHTML: attributes => ({ 'data-formula': String(attributes['formula']) }),
      },
      isDisplay: {
        default: false,
        parseHTML: element => element.dataset['display'] === '',
        renderHTML: attributes => (attributes['isDisplay'] === true ? { 'data-display': '' } : {}),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-formula]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, String(node.attrs['formula'])],
    renderText: ({ node }) => {
      const fence = node.attrs['isDisplay'] === true ? '$$' : '$'
      return fence + String(node.attrs['formula']) + fence
    },
    addNodeView: () => props => {
      const isDisplay = props.node.attrs['isDisplay'] === true
      return new InlineSourceView(props, {
        attribute: 'formula',
        className: isDisplay ? 'inline-math is-display' : 'inline-math',
        title: translate('editor.math.edit'),
        label: translate('editor.math.label'),
        hasPreview: true,
        show: (source, element) => showFormula({ source, isDisplay }, element, context),
      })
    },
    addInputRules() {
      return [
        new InputRule({
          find: typed,
          handler: ({ state, range, match }) => {
            const [, before = '', fence, formula = ''] = match
            const taken = { from: range.from + before.length, to: range.to }
            if ((fence === '$' && isPrice(formula)) || !isOpenText(state.doc, taken)) return null
            const node = this.type.create({ formula, isDisplay: fence === '$$' })
            state.tr.replaceWith(taken.from, taken.to, node)
          },
        }),
      ]
    },
    addKeyboardShortcuts() {
      return { Enter: () => editSelectedSource(this.editor, this.name) }
    },
  })
}

/** Whether the dollar sign that was just typed rather begins a second price, as in `$5-$10` or `$5 or $10`. */
function isPrice(formula: string): boolean {
  return /^\d[\d.,]*(?:\s*[a-z]*\s*[-–/+(]|\s+\p{L}{2,}.*)$/iu.test(formula)
}
