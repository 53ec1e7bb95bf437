#compdef gsca
# Completion of gsca for zsh; made by `gsca completion zsh`.

_gsca() {
    local word about
    # A word that ends in a sign goes on: nothing follows it.
    local -a whole open
    while IFS=$'\t' read -r word about; do
        case $word in
            :files) compset -P '-*='; _files; return ;;
            :folders) compset -P '-*='; _files -/; return ;;
            *[.=/,]) open+=("${word//:/\\:}${about:+:$about}") ;;
            *) whole+=("${word//:/\\:}${about:+:$about}") ;;
        esac
    done < <("${words[1]/#\~/$HOME}" __complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" \
        2>/dev/null)
    _describe -t words gsca whole
    _describe -t parts gsca open -S ''
    (( $#whole + $#open ))
}

if [[ ${funcstack[1]} == _gsca ]]; then
    _gsca "$@"
else
    compdef _gsca gsca
fi
