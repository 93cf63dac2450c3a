; A notebook is a folder, so Windows gets an entry in the menu of folders and no file association.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Answerbook" "" "Open with Answerbook"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Answerbook" "Icon" "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Answerbook\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\Directory\shell\Answerbook"
!macroend
