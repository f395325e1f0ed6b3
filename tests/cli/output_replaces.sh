# A report that was there is replaced whole, and the folder keeps no rest.
. "$(dirname "$0")/lib.sh"

write plain/app.py 'nothing'
mkdir reports
random_alnum 5000 1 >reports/report.json
expect_exit 0 leaksieve dir plain -o json=reports/report.json
expect_exit 0 python3 -m json.tool reports/report.json
expect_equal "$(ls -A reports)" report.json
