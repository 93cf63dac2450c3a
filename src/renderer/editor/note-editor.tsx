import './editor.css'
import './styles/marks.css'
