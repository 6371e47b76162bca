# SPDX-License-Identifier: Apache-2.0
# A fuzz target for each reader of strangers' bytes. With TILSTAND_FUZZ libFuzzer drives them (clang); without it a runner of our
# own replays the corpus and spoils it for a bounded number of rounds, so that ctest looks for mistakes with g++ alone.

# fuzz_door(NAME ROUNDS room…): tests/fuzz/<name>/<name>_door.cpp with the rooms that it calls, and its corpus.
function(fuzz_door name rounds)
  list(TRANSFORM ARGN PREPEND tilstand_ OUTPUT_VARIABLE rooms)
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/fuzz)
  add_executable(fuzz_${name} ${folder}/${name}/${name}_door.cpp ${folder}/door.cpp)
  target_include_directories(fuzz_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_definitions(fuzz_${name} PRIVATE TILSTAND_ROOT="${PROJECT_SOURCE_DIR}")
  target_link_libraries(fuzz_${name} PRIVATE ${rooms} tilstand_cli tilstand_warnings)
  if(TILSTAND_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    return()
  endif()
  target_sources(fuzz_${name} PRIVATE ${folder}/replay.cpp ${folder}/mutate.cpp)
  set(place ${CMAKE_CURRENT_BINARY_DIR}/fuzz/${name})
  file(MAKE_DIRECTORY ${place})
  add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${folder}/${name}/corpus ${rounds} WORKING_DIRECTORY ${place})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 600
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.txt:print_suppressions=0")
endfunction()

fuzz_door(definition 5000 definition)
fuzz_door(theme 5000 definition colour)
fuzz_door(csv 10000 tables)
fuzz_door(json 5000 tables)
fuzz_door(jsonstat 5000 tables)
fuzz_door(data 5000 data)
fuzz_door(prose 3000 content)
fuzz_door(pages 500 layout scene)
fuzz_door(font 300 font text haru)
fuzz_door(picture 3000 picture)
fuzz_door(seal 300 seal)
fuzz_door(package 2000 archive)
