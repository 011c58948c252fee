@echo off
rem Starts Umbra with a suitable Java: UMBRA_JAVA (a java program), JAVA_HOME, or the usual places.
setlocal enabledelayedexpansion
set "HERE=%~dp0.."
set "JAVA=%UMBRA_JAVA%"
if not defined JAVA (
  for %%H in ("%JAVA_HOME%") do call :try "%%~H"
  for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~H"
)
if not defined JAVA (
  echo umbra: needs Java 25 or later; none found in UMBRA_JAVA, JAVA_HOME or the usual places. 1>&2
  exit /b 2
)
rem The window stays under 600 MB; UMBRA_JAVA_OPTIONS comes last and wins.
set "LIMIT="
if "%~1"=="" set "LIMIT=-Xmx420m"
if "%~1"=="open" set "LIMIT=-Xmx420m"
if "%~2"=="" if exist "%~1\*" set "LIMIT=-Xmx420m"
if "%~1"=="deidentify" set "LIMIT=-XX:TieredStopAtLevel=1 -XX:Tier3InvocationThreshold=20 -XX:Tier3MinInvocationThreshold=10 -XX:Tier3CompileThreshold=200 -XX:Tier3BackEdgeThreshold=5000 -XX:+UseSerialGC -Xmn32m"
"%JAVA%" %LIMIT% %UMBRA_JAVA_OPTIONS% --enable-native-access=ALL-UNNAMED "-Dumbra.home=%HERE%" -cp "%HERE%\lib\*" umbra.Main %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "MAJOR=%%~V"
  set "MAJOR=!MAJOR:"=!"
  if !MAJOR! geq 25 set "JAVA=%~1\bin\java.exe"
)
exit /b
