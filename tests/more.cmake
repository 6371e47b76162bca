# SPDX-License-Identifier: Apache-2.0
# Tests that are no unit tests: of the sources, of the program's behaviour and of the report it makes.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# script_test(NAME LABEL SCRIPT [argument…]): a Python script that runs the program given by the variable TILSTAND.
function(script_test name label script)
  add_test(NAME ${name} COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/${script} ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 900
    ENVIRONMENT "TILSTAND=$<TARGET_FILE:tilstand>;PYTHONDONTWRITEBYTECODE=1;LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/support/leaks.txt:print_suppressions=0")
endfunction()

script_test(architecture.includes architecture architecture/check_includes.py)
script_test(architecture.caps architecture architecture/check_caps.py)
script_test(architecture.headers architecture architecture/check_headers.py --build ${PROJECT_BINARY_DIR})
script_test(architecture.documents architecture architecture/check_documents.py)
script_test(architecture.planted architecture architecture/planted_test.py)

script_test(golden golden golden/run.py)
script_test(golden.planted golden golden/planted_test.py)
script_test(golden.properties golden golden/properties_test.py)

script_test(behaviour.commands report behaviour/commands_test.py)
script_test(behaviour.bad_input report behaviour/bad_input_test.py)
script_test(behaviour.failure report behaviour/failure_test.py)
script_test(behaviour.pictures report behaviour/pictures_test.py)
script_test(behaviour.big_table report behaviour/big_table_test.py)
script_test(behaviour.big_file report behaviour/big_file_test.py)
script_test(behaviour.changes report behaviour/changes_test.py)
script_test(behaviour.diff report behaviour/diff_test.py)
script_test(behaviour.copies report behaviour/copies_test.py)
script_test(behaviour.lifecycle report behaviour/lifecycle_test.py)
script_test(behaviour.verify report behaviour/verify_test.py)
script_test(behaviour.impose report behaviour/impose_test.py)
script_test(behaviour.seal report behaviour/seal_test.py)
script_test(behaviour.press_sheet report behaviour/press_sheet_test.py)
script_test(behaviour.archive report behaviour/archive_test.py)
script_test(behaviour.archive_faults report behaviour/archive_faults_test.py)
script_test(behaviour.register report behaviour/register_test.py)
script_test(behaviour.print_register report behaviour/print_register_test.py)
script_test(behaviour.distribute report behaviour/distribute_test.py)
script_test(behaviour.distribute_servers report behaviour/distribute_servers_test.py)

add_executable(send_parcel support/send_parcel.cpp)  # drives the room channel
target_link_libraries(send_parcel PRIVATE tilstand_channel tilstand_warnings)
script_test(behaviour.mail report behaviour/mail_test.py $<TARGET_FILE:send_parcel>)
script_test(behaviour.eformidling report behaviour/eformidling_test.py $<TARGET_FILE:send_parcel>)

script_test(property.jobs property property/jobs_test.py)

script_test(report.report report report/report_test.py)
script_test(report.made_up_year report report/made_up_year_test.py)
script_test(report.provenance report report/provenance_test.py)
script_test(report.languages report report/languages_test.py)
script_test(report.preview report report/preview_test.py)
script_test(report.chart report report/chart_test.py)
script_test(report.gallery report report/gallery_test.py)
script_test(conformance.verapdf conformance conformance/conformance_test.py)
script_test(conformance.press conformance conformance/press_test.py)

include(${CMAKE_CURRENT_LIST_DIR}/fuzz/fuzz.cmake OPTIONAL)
include(${CMAKE_CURRENT_LIST_DIR}/property/property.cmake OPTIONAL)
