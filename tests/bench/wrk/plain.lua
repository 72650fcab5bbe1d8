-- The same request each time, with no more than a Host, and the fields given as arguments: NAME=VALUE.
dofile(os.getenv("TOOLKITD_WRK") .. "/report.lua")

function init(arguments)
  for _, argument in ipairs(arguments) do
    local name, value = argument:match("^([^=]+)=(.*)$")
    wrk.headers[name] = value
  end
end
