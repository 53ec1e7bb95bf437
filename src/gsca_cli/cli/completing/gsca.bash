# Completion of gsca for bash; made by `gsca completion bash`.

_gsca() {
    local line
    COMPREPLY=()
    # The line itself goes to gsca: bash has cut its words at each `=` and `:`.
    while IFS= read -r line; do
        case $line in
            :files) compopt -o default +o nospace 2>/dev/null ;;
            :folders) compopt -o dirnames +o nospace 2>/dev/null ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done < <("${1/#\~/$HOME}" __complete bash "$2" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}

complete -o nospace -F _gsca gsca
