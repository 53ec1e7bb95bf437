# Completion of gsca for fish; made by `gsca completion fish`.

function __gsca_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct | string trim -l -c '"\'')
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -e words[1]
    for line in (command $program __complete fish $words "$typed" 2>/dev/null)
        switch $line
            case ':files*' ':folders*'
                set -l head (string match -r -- '^-[^=]*=' "$typed"; or echo '')
                set -l begun (string replace -r -- '^-[^=]*=' '' "$typed")
                if string match -q ':files*' -- $line
                    printf '%s\n' $head(__fish_complete_path $begun)
                else
                    printf '%s\n' $head(__fish_complete_directories $begun '')
                end
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c gsca -k -f -a '(__gsca_complete)'
