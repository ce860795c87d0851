# Completion of lusha-doctor for bash. Load it with:
#   source <(lusha-doctor completion bash)

_lusha_doctor() {
  local cur words cword line value directive=4
  if declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref -n =: cur words cword
  else
    words=("${COMP_WORDS[@]}")
    cword=$COMP_CWORD
    cur=${words[cword]}
  fi
  [[ $cur == --*=* ]] && cur=${cur#*=}
  [[ $cur == '=' ]] && cur=''
  COMPREPLY=()
  # The words are handed over as they are: nothing that was typed is ever evaluated.
  while IFS= read -r line; do
    if [[ $line == :* ]]; then
      directive=${line#:}
    else
      value=${line%%$'\t'*}
      [[ $value == "$cur"* ]] && COMPREPLY+=("$value")
    fi
  done < <(lusha-doctor complete -- "${words[@]:1:cword}" 2>/dev/null)
  # Bit 4 says that files do not fit here.
  if ((directive & 4)); then compopt +o default 2>/dev/null; fi
  if declare -F __ltrim_colon_completions >/dev/null; then __ltrim_colon_completions "$cur"; fi
}
complete -o default -F _lusha_doctor lusha-doctor
