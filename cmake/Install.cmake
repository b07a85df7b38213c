# cmake --install: the library and its headers for find_package(copydesk), and the command.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set_target_properties(copydesk_core PROPERTIES OUTPUT_NAME copydesk EXPORT_NAME copydesk)
install(TARGETS copydesk_core EXPORT copydeskTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/copydesk" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
if(TARGET copydesk)
  install(TARGETS copydesk RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/copydesk")
install(EXPORT copydeskTargets NAMESPACE copydesk:: DESTINATION ${package_dir})
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/copydeskConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/copydeskConfig.cmake" INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/copydeskConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/copydeskConfig.cmake" "${PROJECT_BINARY_DIR}/copydeskConfigVersion.cmake"
  DESTINATION ${package_dir})
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION ${CMAKE_INSTALL_DOCDIR})
